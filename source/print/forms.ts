/** The forms that a dump can be printed in. */
export const printForms = ['text', 'markdown', 'json', 'jsonl'] as const;

export type PrintForm = (typeof printForms)[number];
