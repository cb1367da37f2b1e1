import { type Template, templateNames } from '@multaqa/shared/facilitate/board/templates/templates';
import { useMemo } from 'react';
import { useLanguage } from '../../../platform/languages.ts';
import styles from './TemplateCards.module.css';
import { templatePicture } from './template-picture.ts';
import { useText } from './texts.ts';

/** What a board can begin with, each with a small picture. */
export function TemplateCards({ onChoose }: { onChoose(template: Template, name: string): void }) {
  const text = useText();
  const { language, direction } = useLanguage();
  const pictures = useMemo(
    () => new Map(templateNames.map(template => [template, templatePicture(template, language, direction)])),
    [language, direction],
  );
  return (
    <ul className={styles.cards}>
      {templateNames.map(template => (
        <li key={template}>
          <button
            type="button"
            className={styles.card}
            onClick={() => onChoose(template, text(`board.template.${template}`))}
          >
            <img className={styles.picture} src={pictures.get(template)} alt="" />
            <span className={styles.name}>{text(`board.template.${template}`)}</span>
            <span className={styles.about}>{text(`board.template.${template}.about`)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
