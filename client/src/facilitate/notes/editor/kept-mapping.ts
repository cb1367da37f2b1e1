import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

/**
 * Keeps what the text knows of the shared document while somebody else's change arrives. The library forgets all of it and reads
 * the whole document again with each change; what has changed is taken out before, so that the rest still holds, as
 * in https://github.com/yjs/y-prosemirror, where this is from.
 */
export const KeptMapping = Extension.create({
  name: 'keptMapping',
  addProseMirrorPlugins: () => [
    new Plugin({
      view(view) {
        const { binding, doc } = ySyncPluginKey.getState(view.state);
        const { mapping } = binding;
        let isArriving = false;
        const begin = () => {
          isArriving = true;
        };
        const end = () => {
          isArriving = false;
        };
        const clear = () => {
          if (!isArriving) Map.prototype.clear.call(mapping);
        };
        mapping.clear = clear;
        // Where the browser keeps the view still by itself, scrolling after each change only costs a layout.
        if (globalThis.CSS?.supports('overflow-anchor', 'auto')) binding._isLocalCursorInView = () => false;
        doc.on('beforeObserverCalls', begin);
        doc.on('afterTransaction', end);
        return {
          destroy() {
            doc.off('beforeObserverCalls', begin);
            doc.off('afterTransaction', end);
            // The next view of the same text may have put its own there already.
            if (mapping.clear === clear) delete mapping.clear;
          },
        };
      },
    }),
  ],
});
