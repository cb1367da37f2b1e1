/** The name of the shared text in a note's Y.Doc, a `Y.XmlFragment`. */
export const textName = 'text';
/** The name of the threads of comments in a note's Y.Doc, a `Y.Map` by thread. */
export const commentsName = 'comments';
