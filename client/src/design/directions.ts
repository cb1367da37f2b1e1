// The component library keeps `dir` for the frame of a field; what people write needs it on the field itself.

/** A field whose text runs as its first letters do. */
export const asWritten = { input: { dir: 'auto' } };

/** A field for addresses and links, which run from left to right in every language. */
export const leftToRight = { input: { dir: 'ltr' } };
