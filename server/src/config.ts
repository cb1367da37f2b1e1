import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { VideoCodec } from '@multaqa/shared/facilitate/media/signalling';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const url = (protocols: string) => z.url({ protocol: new RegExp(`^(${protocols})$`) });
const list = z.string().transform(value =>
  value
    .split(',')
    .map(item => item.trim())
    .filter(Boolean),
);

/** VP8 is what remains where somebody cannot play the others. */
const withVp8 = (codecs: VideoCodec[]): VideoCodec[] => [...new Set([...codecs, 'VP8' as const])];

/** Every environment variable that the server reads; all are optional. */
export const configSchema = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATA_DIR: z
    .string()
    .default('./data')
    .transform(folder => resolve(folder)),
  PUBLIC_URL: url('https?')
    .transform(value => value.replace(/\/$/, ''))
    .optional(),
  DATABASE_URL: url('postgres|postgresql').optional(),
  REDIS_URL: url('rediss?').optional(),
  SMTP_URL: url('smtps?').optional(),
  MAIL_FROM: z.string().default('Multaqa <multaqa@localhost>'),
  TURN_URLS: list.pipe(z.array(z.string().regex(/^turns?:/))).default([]),
  TURN_SECRET: z.string().min(16).optional(),
  MEDIA_PORT: port.default(0),
  MEDIA_WORKERS: z.coerce.number().int().min(1).max(64).default(Math.min(16, availableParallelism())),
  MEDIA_VIDEO_CODECS: list.pipe(z.array(VideoCodec)).transform(withVp8).default(['VP8']),
  MEDIA_ANNOUNCED_ADDRESS: z.string().optional(),
  MEDIASOUP_WORKER_BIN: z.string().optional(),
  WORK_THREADS: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .default(Math.min(16, Math.max(1, availableParallelism() - 1))),
  WORK_MEMORY: z.coerce.number().int().min(64).max(65_536).default(512),
  METRICS_TOKEN: z.string().min(16).optional(),
  TRUST_PROXY: z.string().optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
});

export type Config = z.infer<typeof configSchema>;

/** The configuration, or every mistake in it at once. */
export function readConfig(
  env: Record<string, string | undefined> = process.env,
): { ok: true; config: Config } | { ok: false; mistakes: string[] } {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = configSchema.safeParse(given);
  if (parsed.success) return { ok: true, config: parsed.data };
  return { ok: false, mistakes: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) };
}
