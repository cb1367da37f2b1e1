/** A text among the attributes of a node, which others may have written; empty for anything else. */
export const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');
