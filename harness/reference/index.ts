/** The public entry `golden-path/reference`: the reference platform, its dispatcher, and what a specimen builds upon. */
export * from './dispatcher/index.ts';
export { mutants, type MutantId } from './mutants/mutants.ts';
export type { Agent, Turn } from './platform/agent/agent.ts';
export { intents, type IntentName } from './platform/agent/intents.ts';
export { createScriptTools } from './platform/agent/script-tools.ts';
export type { ModelOptions } from './platform/agent/model-agent.ts';
export type { PlatformLimits } from './platform/platform-limits.ts';
export type { PlatformOptions } from './platform/platform-options.ts';
export { openStackControl, type StackControl } from './stack/open-stack-control.ts';
export { openStack, type StackOptions } from './stack/open-stack.ts';
export type { Stack } from './stack/stack.ts';
export { startPlatform, type RunningPlatform } from './platform/start-platform.ts';
