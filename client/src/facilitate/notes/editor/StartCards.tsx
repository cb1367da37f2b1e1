import { templateNames, templates } from '@multaqa/shared/facilitate/notes/templates';
import type { Editor } from '@tiptap/react';
import { ChoiceCard } from '../../../design/ChoiceCard.tsx';
import { useLanguage } from '../../../platform/languages.ts';
import styles from './StartCards.module.css';
import { insertTemplate } from './templates.ts';
import { useText } from './texts.ts';
import { promptWords } from './word-views.ts';

/** What stands below the first line while nothing is written: what notes are for, and questions to begin with. */
export function StartCards({ editor }: { editor: Editor }) {
  const text = useText();
  const language = useLanguage();
  return (
    <div className={styles.start}>
      <p className={styles.how}>{text('editor.empty.how')}</p>
      <p className={styles.or}>{text('editor.start')}</p>
      <ul className={styles.cards}>
        {templateNames.map(template => (
          <li key={template}>
            <ChoiceCard onChoose={() => insertTemplate(editor, template)}>
              <span className={styles.name}>{text(`editor.template.${template}`)}</span>
              <span className={styles.question}>{promptWords(templates[template][0], language)}</span>
            </ChoiceCard>
          </li>
        ))}
      </ul>
    </div>
  );
}
