import type { CheckDeclaration } from '../contract/check.ts';
import { authDeny } from './auth/auth-deny.ts';
import { authStale } from './auth/auth-stale.ts';
import { authWays } from './auth/auth-ways.ts';
import { bpBurst } from './bp/bp-burst.ts';
import { bpSlowConsumer } from './bp/bp-slow-consumer.ts';
import { capHeartbeat } from './cap/cap-heartbeat.ts';
import { capVersion } from './cap/cap-version.ts';
import { isoCanaryText } from './iso/iso-canary-text.ts';
import { isoCanary } from './iso/iso-canary.ts';
import { isoEnum } from './iso/iso-enum.ts';
import { isoIdentity } from './iso/iso-identity.ts';
import { isoRunmix } from './iso/iso-runmix.ts';
import { isoSecret } from './iso/iso-secret.ts';
import { isoTrespass } from './iso/iso-trespass.ts';
import { latFirst } from './lat/lat-first.ts';
import { latFrame } from './lat/lat-frame.ts';
import { latKind } from './lat/lat-kind.ts';
import { latRun } from './lat/lat-run.ts';
import { latStep } from './lat/lat-step.ts';
import { latThroughput } from './lat/lat-throughput.ts';
import { lifeAfter } from './life/life-after.ts';
import { lifeCancel } from './life/life-cancel.ts';
import { lifeLoop } from './life/life-loop.ts';
import { lifeNest } from './life/life-nest.ts';
import { lifeStartOnce } from './life/life-start-once.ts';
import { lifeStart } from './life/life-start.ts';
import { lifeTermConflict } from './life/life-term-conflict.ts';
import { lifeTermOnce } from './life/life-term-once.ts';
import { lifeTermTrunc } from './life/life-term-trunc.ts';
import { lifeTerm } from './life/life-term.ts';
import { lifeThink } from './life/life-think.ts';
import { lifeWork } from './life/life-work.ts';
import { metaLag } from './meta/meta-lag.ts';
import { metaModel } from './meta/meta-model.ts';
import { metaNobite } from './meta/meta-nobite.ts';
import { metaRecorder } from './meta/meta-recorder.ts';
import { metaSent } from './meta/meta-sent.ts';
import { onceEffect } from './once/once-effect.ts';
import { onceEvent } from './once/once-event.ts';
import { onceExec } from './once/once-exec.ts';
import { onceRunid } from './once/once-runid.ts';
import { onceTool } from './once/once-tool.ts';
import { ordClock } from './ord/ord-clock.ts';
import { ordPair } from './ord/ord-pair.ts';
import { ordPo } from './ord/ord-po.ts';
import { ordSeqDup } from './ord/ord-seq-dup.ts';
import { ordSeqEpoch } from './ord/ord-seq-epoch.ts';
import { ordSeqGap } from './ord/ord-seq-gap.ts';
import { ordSeqMono } from './ord/ord-seq-mono.ts';
import { pairEnvelope } from './pair/pair-envelope.ts';
import { pairGhost } from './pair/pair-ghost.ts';
import { pairOpen } from './pair/pair-open.ts';
import { pairOrphan } from './pair/pair-orphan.ts';
import { pairOutcome } from './pair/pair-outcome.ts';
import { resCursorUnique } from './res/res-cursor-unique.ts';
import { resDup } from './res/res-dup.ts';
import { resExpired } from './res/res-expired.ts';
import { resGap } from './res/res-gap.ts';
import { resIdentity } from './res/res-identity.ts';
import { resKinds } from './res/res-kinds.ts';
import { resOrder } from './res/res-order.ts';
import { resPolite } from './res/res-polite.ts';
import { resReplayEq } from './res/res-replay-eq.ts';
import { resZero } from './res/res-zero.ts';
import { schArgs } from './sch/sch-args.ts';
import { schCorr } from './sch/sch-corr.ts';
import { schField } from './sch/sch-field.ts';
import { schFingerprint } from './sch/sch-fingerprint.ts';
import { schKind } from './sch/sch-kind.ts';
import { schNearmiss } from './sch/sch-nearmiss.ts';
import { schShape } from './sch/sch-shape.ts';
import { schSwap } from './sch/sch-swap.ts';
import { schUnknown } from './sch/sch-unknown.ts';
import { truthAnswer } from './truth/truth-answer.ts';
import { truthFallback } from './truth/truth-fallback.ts';
import { truthHealth } from './truth/truth-health.ts';
import { truthStored } from './truth/truth-stored.ts';
import { truthTool } from './truth/truth-tool.ts';
import { txtConcat } from './txt/txt-concat.ts';
import { txtUnicode } from './txt/txt-unicode.ts';
import { wireCloseIllegal } from './wire/wire-close-illegal.ts';
import { wireCloseMeaning } from './wire/wire-close-meaning.ts';
import { wireClose } from './wire/wire-close.ts';
import { wireEcho } from './wire/wire-echo.ts';
import { wireFraming } from './wire/wire-framing.ts';
import { wireHalfopen } from './wire/wire-halfopen.ts';
import { wireHandshake } from './wire/wire-handshake.ts';
import { wireJsonLoss } from './wire/wire-json-loss.ts';
import { wireJson } from './wire/wire-json.ts';
import { wireProto } from './wire/wire-proto.ts';
import { wireSize } from './wire/wire-size.ts';
import { wireUpgrade } from './wire/wire-upgrade.ts';

/** Every check there is, family by family. A check that is not in this table does not exist. */
export const checkTable: readonly CheckDeclaration[] = [
  wireCloseIllegal,
  wireCloseMeaning,
  wireClose,
  wireEcho,
  wireFraming,
  wireHalfopen,
  wireHandshake,
  wireJsonLoss,
  wireJson,
  wireProto,
  wireSize,
  wireUpgrade,
  schArgs,
  schCorr,
  schField,
  schFingerprint,
  schKind,
  schNearmiss,
  schShape,
  schSwap,
  schUnknown,
  authDeny,
  authStale,
  authWays,
  lifeAfter,
  lifeCancel,
  lifeLoop,
  lifeNest,
  lifeStartOnce,
  lifeStart,
  lifeTermConflict,
  lifeTermOnce,
  lifeTermTrunc,
  lifeTerm,
  lifeThink,
  lifeWork,
  pairEnvelope,
  pairGhost,
  pairOpen,
  pairOrphan,
  pairOutcome,
  ordClock,
  ordPair,
  ordPo,
  ordSeqDup,
  ordSeqEpoch,
  ordSeqGap,
  ordSeqMono,
  onceEffect,
  onceEvent,
  onceExec,
  onceRunid,
  onceTool,
  txtConcat,
  txtUnicode,
  isoCanaryText,
  isoCanary,
  isoEnum,
  isoIdentity,
  isoRunmix,
  isoSecret,
  isoTrespass,
  truthAnswer,
  truthFallback,
  truthHealth,
  truthStored,
  truthTool,
  resCursorUnique,
  resDup,
  resExpired,
  resGap,
  resIdentity,
  resKinds,
  resOrder,
  resPolite,
  resReplayEq,
  resZero,
  latFirst,
  latFrame,
  latKind,
  latRun,
  latStep,
  latThroughput,
  bpBurst,
  bpSlowConsumer,
  capHeartbeat,
  capVersion,
  metaLag,
  metaModel,
  metaNobite,
  metaRecorder,
  metaSent,
];
