import type { ClimateRegulator } from './regulator.ts';

export class HeatingPilot {
  setTarget(room: string, celsius: number) {
    return `${room} ${celsius}`;
  }

  readRoom(room: string) {
    return room;
  }

  scheduleNight(room: string, from: string, until: string) {
    return room + from + until;
  }
}

export function createRegulator(building: string) {
  return {
    setTarget: (room: string, celsius: number) => [building, room, celsius],
    readRoom: (room: string) => building + room,
    holidayMode: (days: number) => days,
  };
}

export class WinterClimateRegulator {
  setTarget = (room: string, celsius: number) => [room, celsius];
  scheduleNight = (room: string, from: string, until: string) => [room, from, until];
  frostAlarm = () => 3;
}

export interface Regulator {
  setTarget(room: string, celsius: number): unknown;
  readRoom(room: string): unknown;
}

export class OldThermostat {
  readonly regulator: ClimateRegulator;
  constructor(regulator: ClimateRegulator) {
    this.regulator = regulator;
  }
  setTarget(room: string, celsius: number) {
    return this.regulator.setTarget(room, celsius);
  }
  readRoom(room: string) {
    return this.regulator.readRoom(room);
  }
}

export class RoomBooking {
  reserveRoom(room: string, from: string, until: string) {
    return [room, from, until];
  }
  cancelRoom(room: string) {
    return room;
  }
}

export class ClimateChart {
  drawLine(points: number[]) {
    return points;
  }
  drawLegend(names: string[]) {
    return names;
  }
}
