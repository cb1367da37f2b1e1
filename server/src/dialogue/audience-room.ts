/** The Socket.IO room of one audience of one dialogue. */
export const dialogueRoom = (dialogue: string, audience: string): string => `${dialogue}|${audience}`;
