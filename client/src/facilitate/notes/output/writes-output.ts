import { messages } from '@multaqa/shared/facilitate/notes/notes.messages';
import type { Role } from '@multaqa/shared/kernel/messages';

/** True for the roles that bring a session together: those who may sign it off. */
export const writesOutput = (role: Role | null): boolean => role !== null && Object.hasOwn(messages.sign.by, role);
