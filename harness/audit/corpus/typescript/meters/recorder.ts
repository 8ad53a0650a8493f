export class MeterRecorder {
  readonly deviceId: string;
  constructor(deviceId: string) {
    this.deviceId = deviceId;
  }
  recordReading(value: number, unit: string): void {
    if (value < 0) throw new RangeError(unit);
  }
  readingsBetween(start: Date, end: Date): number[] {
    return [start.getTime(), end.getTime()];
  }
  resetDevice(deviceId: string): boolean {
    return deviceId !== '';
  }
}
