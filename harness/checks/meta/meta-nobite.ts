import type { CheckDeclaration } from '../../contract/check.ts';
import { openNotices } from './open-notices.ts';
import { harnessValue } from './value.ts';

export const metaNobite: CheckDeclaration = {
  id: 'META-NOBITE',
  level: 'SHOULD',
  title: 'every planned fault struck',
  requirement: 'A fault that was planned strikes while a critical event is in flight.',
  reason: 'A target that survives a fault which never came has proven nothing.',
  value: harnessValue,
  scope: 'history',
  hears: ['harness'],
  provenBy: ['F109'],
  leftGreenBy: ['K08', 'K14'],
  open: () => openNotices('bite', 'no-bite', 'untestable: a planned fault did not strike'),
};
