import type { CheckDeclaration } from '../../contract/check.ts';
import { openNotices } from './open-notices.ts';
import { harnessValue } from './value.ts';

export const metaModel: CheckDeclaration = {
  id: 'META-MODEL',
  level: 'SHOULD',
  title: 'the scripted model keeps to its script',
  requirement: 'The model behind the target answers as scripted.',
  reason: 'A run that fails because its script did not match says nothing about the target.',
  value: harnessValue,
  scope: 'history',
  hears: ['harness'],
  provenBy: ['F110'],
  leftGreenBy: ['K08', 'K14'],
  open: () => openNotices('model-match', 'model-drift', 'untestable: the scripted model drifted'),
};
