import { ActionIcon } from '@mantine/core';
import type { Broadcast } from '@multaqa/shared/facilitate/breakouts/breakouts.state';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useEffect } from 'react';
import { alertNow } from '../../design/announce.ts';
import { Icon } from '../../design/Icon.tsx';
import { Notice } from '../../design/Notice.tsx';
import { useDraft, useMe, useView } from '../../dialogue/use-dialogue.ts';
import styles from './breakouts.module.css';
import { MaterialList } from './files/MaterialList.tsx';
import { useText } from './texts.ts';
import { useInside } from './use-live.ts';

/** What hosts have told this room, each until its reader puts it away; that is kept on their device. */
export function Broadcasts() {
  const inside = useInside();
  const { person, place } = useMe();
  const [putAway, setPutAway] = useDraft(`breakouts/put-away/${place?.session ?? ''}`);
  const gone = putAway.split(' ');
  const shown = (inside?.broadcasts ?? []).filter(({ broadcast, by }) => by !== person && !gone.includes(broadcast));
  return shown.map(one => (
    <Told key={one.broadcast} {...one} onClose={() => setPutAway(`${putAway} ${one.broadcast}`.trim())} />
  ));
}

function Told({ by, text: said, material, onClose }: Broadcast & { onClose(): void }) {
  const text = useText();
  const name = useView(({ people }) => people[by]?.name) ?? text('common.nameless');
  useEffect(() => alertNow(text('breakouts.told', { name, said })), [name, said, text]);
  return (
    <Notice
      tone="accent"
      action={
        <ActionIcon aria-label={text('breakouts.told.close')} onClick={onClose}>
          <Icon of={IconX} size={20} />
        </ActionIcon>
      }
    >
      <b>
        <bdi>{name}</bdi>
      </b>
      <span className={styles.words} dir="auto">
        {said}
      </span>
      {material.length > 0 && <MaterialList material={material} />}
    </Notice>
  );
}
