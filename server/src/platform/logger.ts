import { type DestinationStream, pino, stdSerializers } from 'pino';

export type Logger = Pick<ReturnType<typeof pino>, 'info' | 'warn' | 'error' | 'debug'>;

/** JSON lines on standard error, so that standard output stays for people. What could open a door is never written. */
export const openLogger = (level: string, to: DestinationStream = pino.destination(2)): Logger =>
  pino(
    {
      level,
      // An error under this name would otherwise be written as an empty object.
      serializers: { error: stdSerializers.err },
      redact: { paths: ['token', '*.token', 'cookie', '*.cookie', 'headers.cookie', 'email', '*.email'], censor: '…' },
    },
    to,
  );

/** A short reference that a person can read out to whoever runs the server. */
export const newReference = (): string => Math.random().toString(36).slice(2, 8).toUpperCase();
