/** What the browser is told about who answers. */
export const build = 'desk-45.0';
