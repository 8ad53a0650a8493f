import { AllowanceSchema, type Allowance } from '../../contract/allowance.ts';
import { withAllowance } from '../../targets/allowance/with-allowance.ts';
import { loadConfig } from '../load-config.ts';
import { openTarget } from '../../targets/open-target.ts';
import type { Target } from '../../targets/target.ts';
import { suiteEnvironment } from './suite-environment.ts';

/**
 * The target a suite is to test: the one the gate has opened, else the one named in `GOLDEN_PATH_TARGET`,
 * else the config's default. Dispose of it when the tests are done.
 */
export async function openSuiteTarget(): Promise<Target> {
  const config = await loadConfig(process.env[suiteEnvironment.config]);
  const name = process.env[suiteEnvironment.target] ?? config.target;
  const url = process.env[suiteEnvironment.url];
  if (url === undefined) return openTarget(name, config);
  const configured = config.targets[name];
  const target =
    configured === undefined
      ? await openTarget(url, config)
      : await openTarget(name, { ...config, targets: { [name]: { ...configured, url } } });
  return withAllowance({ ...target, name }, readAllowance());
}

function readAllowance(): Allowance | undefined {
  const text = process.env[suiteEnvironment.allowance];
  return text === undefined ? undefined : AllowanceSchema.parse(JSON.parse(text));
}
