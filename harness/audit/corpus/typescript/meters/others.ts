import { MeterRecorder } from './recorder.ts';

export class BufferedMeterRecorder {
  recordReading(value: number, unit: string): string {
    return value + unit;
  }
  readingsBetween(start: Date, end: Date): Date[] {
    return [start, end];
  }
}

export class SmartMeter {
  readonly deviceId: string;
  constructor(deviceId: string) {
    this.deviceId = deviceId;
  }
  recordReading(value: number, unit: string): number {
    return value * unit.length;
  }
  resetDevice(deviceId: string): string {
    return deviceId;
  }
  readingsBetween(start: Date, end: Date): string {
    return `${start.getDate()} ${end.getDate()}`;
  }
}

export class LoudMeterRecorder extends MeterRecorder {
  override recordReading(value: number, unit: string): void {
    super.recordReading(value, unit);
  }
}

export abstract class AbstractMeter {
  abstract recordReading(value: number, unit: string): void;
  abstract readingsBetween(start: Date, end: Date): number[];
}
