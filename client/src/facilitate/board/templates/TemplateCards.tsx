import { type Template, templateNames } from '@multaqa/shared/facilitate/board/templates/templates';
import { useMemo } from 'react';
import { ChoiceCard } from '../../../design/ChoiceCard.tsx';
import { useLanguage } from '../../../platform/languages.ts';
import styles from './TemplateCards.module.css';
import { templatePicture } from './template-picture.ts';
import { useText } from './texts.ts';

type Props = { look?: 'full' | 'small'; onChoose(template: Template, name: string): void };

/** What a board can begin with, each with a small picture; `small` leaves out what each is for. */
export function TemplateCards({ look = 'full', onChoose }: Props) {
  const text = useText();
  const { language, direction } = useLanguage();
  const pictures = useMemo(
    () => new Map(templateNames.map(template => [template, templatePicture(template, language, direction)])),
    [language, direction],
  );
  return (
    <ul className={styles.cards} data-look={look}>
      {templateNames.map(template => (
        <li key={template}>
          <ChoiceCard onChoose={() => onChoose(template, text(`board.template.${template}`))}>
            <img className={styles.picture} src={pictures.get(template)} alt="" />
            <span className={styles.name}>{text(`board.template.${template}`)}</span>
            {look === 'full' && <span className={styles.about}>{text(`board.template.${template}.about`)}</span>}
          </ChoiceCard>
        </li>
      ))}
    </ul>
  );
}
