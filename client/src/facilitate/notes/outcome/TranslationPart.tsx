import { Button } from '@mantine/core';
import { languages } from '@multaqa/shared/kernel/languages';
import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps, useEditorState } from '@tiptap/react';
import { Pill } from '../../../design/Pill.tsx';
import { useLanguageName } from '../../../platform/languages.ts';
import styles from './OutcomeCard.module.css';
import { digestOf, isOlder } from './said.ts';
import { useText } from './texts.ts';

/** The same in a second language, and whether the first one has changed since. */
export function TranslationPart({ editor, node, getPos }: ReactNodeViewProps) {
  const text = useText();
  const nameOf = useLanguageName();
  const language = languages.find(one => one === node.attrs.language);
  const outcomeNow = () => {
    const at = getPos();
    return at === undefined ? null : editor.state.doc.resolve(at).parent;
  };
  const older = useEditorState({
    editor,
    selector: () => {
      const outcome = outcomeNow();
      return outcome?.type.name === 'outcome' && isOlder(outcome);
    },
  });
  const renew = () =>
    editor.commands.command(({ tr }) => {
      const [at, outcome] = [getPos(), outcomeNow()];
      if (at === undefined || !outcome) return false;
      tr.setNodeAttribute(at, 'of', digestOf(outcome));
      return true;
    });
  return (
    <NodeViewWrapper className={styles.translation} lang={language}>
      <div className={styles.second} contentEditable={false}>
        <span>{language ? nameOf(language) : ''}</span>
        {older && <Pill tone="warning">{text('outcome.translation.older')}</Pill>}
        {older && editor.isEditable && (
          <Button variant="subtle" onClick={renew}>
            {text('outcome.translation.renew')}
          </Button>
        )}
      </div>
      <NodeViewContent className={styles.words} />
    </NodeViewWrapper>
  );
}
