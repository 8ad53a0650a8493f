export class ClimateRegulator {
  readonly building: string;
  constructor(building: string) {
    this.building = building;
  }

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
