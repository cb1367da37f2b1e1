import { Button } from '@mantine/core';
import type { Material } from '@multaqa/shared/facilitate/breakouts/prepared';
import { limits } from '@multaqa/shared/limits';
import IconLink from '@tabler/icons-react/dist/esm/icons/IconLink.mjs';
import { useState } from 'react';
import { Icon } from '../../../../design/Icon.tsx';
import { offerUndo } from '../../../../design/toasts.tsx';
import { useCommand } from '../../../../dialogue/use-dialogue.ts';
import { newId } from '../../../../platform/ids.ts';
import { titleOf } from '../../files/file-title.ts';
import { MaterialList } from '../../files/MaterialList.tsx';
import { useText as useShownText } from '../../files/texts.ts';
import { UploadField } from '../../files/UploadField.tsx';
import { useText } from '../texts.ts';
import { LinkDialog } from './LinkDialog.tsx';
import styles from './MaterialEditor.module.css';
import type { PreparedPlace } from './use-saved.ts';

type Props = {
  place: PreparedPlace;
  material: readonly Material[];
  /** What this room has besides, as all rooms do. */
  forAll: readonly Material[];
};

/** Links and files that people find in their room. */
export function MaterialEditor({ place, material, forAll }: Props) {
  const text = useText();
  const shown = useShownText();
  const send = useCommand();
  const [isAsking, setAsking] = useState(false);
  const attach = (one: Material) => void send('breakouts.attach', { ...place, material: one });
  const remove = async (one: Material) => {
    const ack = await send('breakouts.detach', { ...place, material: one.material });
    if (!ack.ok) return;
    offerUndo({
      message: text('prepare.material.removed', { title: one.title }),
      label: text('common.undo'),
      undo: () => attach({ ...one, material: newId() }),
    });
  };
  const isFull = material.length >= limits.materialPerRoom;
  return (
    <section className={styles.part} aria-label={shown('prepared.material')}>
      <h3 className={styles.title}>{shown('prepared.material')}</h3>
      {forAll.length > 0 && (
        <p className={styles.quiet}>{text('prepare.material.for-all', { count: forAll.length })}</p>
      )}
      {material.length > 0 && <MaterialList material={material} onRemove={one => void remove(one)} />}
      {isFull ? (
        <p className={styles.quiet}>{text('prepare.material.full', { count: limits.materialPerRoom })}</p>
      ) : (
        <>
          <div>
            <Button variant="default" leftSection={<Icon of={IconLink} size={20} />} onClick={() => setAsking(true)}>
              {text('prepare.link.add')}
            </Button>
          </div>
          <UploadField
            onSent={({ name, ...file }) => attach({ material: newId(), kind: 'file', title: titleOf(name), ...file })}
          />
        </>
      )}
      <LinkDialog
        isOpen={isAsking}
        onAdd={link => attach({ material: newId(), kind: 'link', ...link })}
        onClose={() => setAsking(false)}
      />
    </section>
  );
}
