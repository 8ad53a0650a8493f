import { z } from 'zod';
import { TextPatternSchema } from './text-pattern.ts';

/** ARIA roles by which a person, or a screen reader, tells the parts of a chat page apart. */
const roles = [
  'alert',
  'article',
  'button',
  'cell',
  'combobox',
  'complementary',
  'dialog',
  'document',
  'feed',
  'figure',
  'form',
  'group',
  'heading',
  'link',
  'list',
  'listbox',
  'listitem',
  'log',
  'main',
  'menuitem',
  'navigation',
  'note',
  'option',
  'paragraph',
  'region',
  'row',
  'rowgroup',
  'search',
  'searchbox',
  'status',
  'tab',
  'table',
  'tablist',
  'tabpanel',
  'textbox',
  'tree',
  'treeitem',
] as const;

/**
 * Where something is on a page, by what it is to a person: its role and accessible name, its label (fields for
 * passwords have no role), or as a last resort its placeholder. Never by CSS, which changes with every redesign.
 */
const PlaceSchema = z.union([
  z.strictObject({ role: z.enum(roles), name: TextPatternSchema.optional() }),
  z.strictObject({ label: TextPatternSchema }),
  z.strictObject({ placeholder: TextPatternSchema }),
]);
export type Place = z.infer<typeof PlaceSchema>;

/** `false`: the page does not offer it, and what needs it is not applicable. */
const orNot = <Schema extends z.ZodType>(
  schema: Schema,
): z.ZodUnion<[Schema, z.ZodLiteral<false>]> => z.union([schema, z.literal(false)]);

const place = (fallback: Place): z.ZodDefault<typeof PlaceSchema> => PlaceSchema.default(fallback);
const offer = (fallback: Place) => orNot(PlaceSchema).default(fallback);
const shown = (fallback: string) => orNot(TextPatternSchema).default(fallback);

/** Where things are on the page of a target. What is left out is where the reference page has it. */
export const PageProfileSchema = z.strictObject({
  /** Address of the page, taken from the target's own. */
  url: z.string().min(1).default('/'),
  /** Other servers the page talks to, where an authority of the target's own signed their certificates. */
  origins: z.array(z.url({ protocol: /^https$/ })).default([]),
  login: z
    .strictObject({
      user: place({ label: 'Email' }),
      password: place({ label: 'Password' }),
      submit: place({ role: 'button', name: 'Log in' }),
      /** What says that a login was refused. */
      refusal: offer({ role: 'alert' }),
    })
    .prefault({}),
  logOut: offer({ role: 'button', name: 'Log out' }),
  /** Where a message is written. */
  box: place({ role: 'textbox', name: 'Message' }),
  send: place({ role: 'button', name: 'Send' }),
  /** One question with what became of it; they stand below each other. */
  exchange: place({ role: 'article' }),
  /** The answer, inside its exchange. */
  answer: place({ role: 'group', name: 'Answer' }),
  /** Stops the run of an exchange. */
  cancel: offer({ role: 'button', name: 'Cancel' }),
  /** What is said of a run that was stopped, in its exchange. */
  cancelled: shown('Cancelled'),
  /** The conversations of this user: an entry leads to its thread. */
  threads: orNot(
    z.strictObject({
      list: place({ role: 'list', name: 'Your threads' }),
      entry: place({ role: 'button' }),
      /** What shows the list where a screen is too narrow for it. */
      open: offer({ role: 'button', name: 'Threads' }),
    }),
  ).prefault({}),
  newThread: offer({ role: 'button', name: 'New thread' }),
  /** What an exchange shows of each critical event, if only for a moment. */
  shows: z
    .strictObject({
      agent_started: shown('Started'),
      agent_thinking: shown('/I repeat that|This takes a while|That needs many words/'),
      tool_executing: shown('running'),
      tool_completed: shown('/^done$/'),
      agent_completed: shown('Done in'),
    })
    .prefault({}),
});

/** A page profile after defaults were filled in. */
export type PageProfile = z.output<typeof PageProfileSchema>;

/** The page of the reference platform. */
export const referencePage: PageProfile = PageProfileSchema.parse({});
