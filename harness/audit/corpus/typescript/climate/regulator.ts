export class ClimateRegulator {
  constructor(private readonly building: string) {}

  setTarget(room: string, celsius: number) {
    return [this.building, room, celsius];
  }

  readRoom(room: string) {
    return room.length;
  }

  scheduleNight(room: string, from: string, until: string) {
    return [room, from, until];
  }
}
