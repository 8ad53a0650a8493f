/** Titles only; the texts live in the content service. */
export const articles: readonly string[] = [
  'How invoices are numbered',
  'Changing the owner of a workspace',
  'Exporting reports to a spreadsheet',
  'What happens when a trial ends',
  'Two-step login',
];
