import type { FrameRecord, History } from '../../harness/contract/history.ts';
import type { Profile } from '../../harness/targets/profile.ts';

/**
 * A recorded history as it would have been under another profile: that profile asked, and the frames that came are read
 * by it. Shows what somebody sees who chose the wrong one, for every stranger and without starting any.
 */
export function speakWrongly({ header, records }: History, profile: Profile): History {
  const projections = new Map<string, ReturnType<Profile['project']>>();
  const projectionOf = (connection: string): ReturnType<Profile['project']> => {
    const projection = projections.get(connection) ?? profile.project();
    projections.set(connection, projection);
    return projection;
  };
  const reread = (frame: FrameRecord): FrameRecord => {
    const { problems: _, ...rest } = frame;
    if (frame.direction === 'sent') return { ...rest, events: [] };
    const { events, problems } = projectionOf(frame.connection).received(frame.raw);
    return { ...rest, events, ...(problems === undefined ? {} : { problems }) };
  };
  return {
    header: { ...header, profile: profile.name, promises: profile.promises },
    records: records.map((record) => {
      if (record.type === 'frame') return reread(record);
      if (record.type === 'act' && record.act === 'chat' && record.connection !== undefined) {
        const key = record.key ?? 'key';
        const asked = profile.intents.chat({ content: 'hello', key, thread: undefined });
        projectionOf(record.connection).sent?.(asked, record.n);
      }
      return record;
    }),
  };
}
