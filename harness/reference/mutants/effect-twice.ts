import { damageDispatch } from './damage-dispatch.ts';

export const effectTwice = damageDispatch(
  'Every tool call takes effect twice, under two ids.',
  () => (dispatch) => async (call) => {
    await dispatch({ ...call, callId: `${call.callId}-first` });
    return dispatch(call);
  },
);
