import { useMe } from '../../../dialogue/use-dialogue.ts';
import { useMediaState } from '../../../facilitate/media/use-media.ts';

/** Whose cameras are on in this room, oneself included. */
export function useWithCamera(): readonly string[] {
  const { person: me } = useMe();
  return useMediaState(({ participants, camera }) => [
    ...(camera === 'on' ? [me] : []),
    ...[...participants].flatMap(([person, media]) => (media.camera && person !== me ? [person] : [])),
  ]);
}
