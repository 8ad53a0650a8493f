import { wireDamages } from '../wire/damages.ts';
import { schemaDamages } from '../sch/damages.ts';
import { authDamages } from '../auth/damages.ts';
import { lifeDamages } from '../life/damages.ts';
import { pairDamages } from '../pair/damages.ts';
import { orderDamages } from '../ord/damages.ts';
import { onceDamages } from '../once/damages.ts';
import { textDamages } from '../txt/damages.ts';
import { isolationDamages } from '../iso/damages.ts';
import { truthDamages } from '../truth/damages.ts';
import { resumeDamages } from '../res/damages.ts';
import { latencyDamages } from '../lat/damages.ts';
import { pressureDamages } from '../bp/damages.ts';
import { capabilityDamages } from '../cap/damages.ts';
import { harnessDamages } from '../meta/damages.ts';
import type { Damage } from './damage.ts';

/** Every damaged history, family by family. */
export const allDamages: readonly Damage[] = [
  ...wireDamages,
  ...schemaDamages,
  ...authDamages,
  ...lifeDamages,
  ...pairDamages,
  ...orderDamages,
  ...onceDamages,
  ...textDamages,
  ...isolationDamages,
  ...truthDamages,
  ...resumeDamages,
  ...latencyDamages,
  ...pressureDamages,
  ...capabilityDamages,
  ...harnessDamages,
];
