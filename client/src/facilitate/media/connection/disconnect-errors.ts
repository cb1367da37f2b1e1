import { unanswered } from '../../../platform/connection.ts';

/**
 * Names of the errors with which requests and transports fail when they are closed, or the connection is lost: no
 * defect, and what failed is done again over the next connection.
 */
export const disconnectErrors = ['InvalidStateError', 'AwaitQueueStoppedError', ...unanswered] as const;
