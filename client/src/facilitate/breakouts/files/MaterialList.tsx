import { ActionIcon } from '@mantine/core';
import type { Material } from '@multaqa/shared/facilitate/breakouts/prepared';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import IconExternalLink from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs';
import IconLink from '@tabler/icons-react/dist/esm/icons/IconLink.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { Icon } from '../../../design/Icon.tsx';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import { useLanguage } from '../../../platform/languages.ts';
import { fileIcons } from './file-icons.ts';
import { hostOf } from './links.ts';
import styles from './MaterialList.module.css';
import { sizeOf } from './sizes.ts';
import { useText } from './texts.ts';

type Props = {
  material: readonly Material[];
  /** Takes one away; absent for who may only read. */
  onRemove?: (material: Material) => void;
};

/** Links and files, each of which opens or is saved with one press. */
export function MaterialList({ material, onRemove }: Props) {
  const text = useText();
  return (
    <ul className={styles.list}>
      {material.map(one => (
        <li key={one.material} className={styles.row}>
          <Piece material={one} />
          {onRemove && (
            <ActionIcon
              className={styles.remove ?? ''}
              aria-label={text('prepared.material.remove', { title: one.title })}
              onClick={() => onRemove(one)}
            >
              <Icon of={IconTrash} size={20} />
            </ActionIcon>
          )}
        </li>
      ))}
    </ul>
  );
}

function Piece({ material }: { material: Material }) {
  const { id } = useDialogue();
  const { locale } = useLanguage();
  const isLink = material.kind === 'link';
  return (
    <a
      className={styles.piece}
      href={isLink ? material.url : `/api/dialogues/${id}/files/${material.file}`}
      {...(isLink ? { target: '_blank', rel: 'noopener noreferrer' } : { download: '' })}
    >
      <span className={styles.sign}>
        <Icon of={isLink ? IconLink : fileIcons[material.type]} size={22} />
      </span>
      <span className={styles.words}>
        <span className={styles.title}>
          <bdi>{material.title}</bdi>
        </span>
        <span className={styles.more}>
          {isLink ? <bdi dir="ltr">{hostOf(material.url)}</bdi> : sizeOf(material.bytes, locale)}
        </span>
      </span>
      <span className={styles.act}>
        <Icon of={isLink ? IconExternalLink : IconDownload} size={18} mirrored={isLink} />
      </span>
    </a>
  );
}
