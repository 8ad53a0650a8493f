import { defineConfig } from 'golden-path';
import { ownRoles } from './suites/ssot-compliance/own-roles.ts';

/** golden-path judges itself: one dispatcher, one factory, one bridge in its own production source. */
export default defineConfig({ audit: ownRoles('ts') });
