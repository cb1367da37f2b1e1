import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

type Labels = Readonly<Record<string, string>>;

/** Numbers that a monitoring system reads, in Prometheus' text format. Names begin with `multaqa_` and end with their unit. */
export type Metrics = {
  /** How long something takes, in seconds. */
  duration(name: string, help: string, labels?: readonly string[]): (seconds: number, labels?: Labels) => void;
  /** How often something has happened. */
  count(name: string, help: string, labels?: readonly string[]): (by?: number, labels?: Labels) => void;
  /** What something is now, read each time that somebody asks. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void;
  /** A number that only grows and is counted elsewhere, read each time that somebody asks. */
  total(name: string, help: string, read: () => number): void;
  /** All numbers as text, and the content type of that text. */
  text(): Promise<{ type: string; body: string }>;
};

/** From a lone message on a quiet server (a few ms) to what people take for broken. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** A registry of its own, with what Node tells of the process: memory, CPU, and the delay of the event loop. */
export function openMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    duration(name, help, labelNames = []) {
      const histogram = new Histogram({ name, help, labelNames: [...labelNames], buckets, registers });
      return (seconds, labels = {}) => histogram.observe(labels, seconds);
    },
    count(name, help, labelNames = []) {
      const counter = new Counter({ name, help, labelNames: [...labelNames], registers });
      return (by = 1, labels = {}) => counter.inc(labels, by);
    },
    gauge(name, help, read) {
      new Gauge({
        name,
        help,
        registers,
        async collect() {
          this.set(await read());
        },
      });
    },
    total(name, help, read) {
      new Counter({
        name,
        help,
        registers,
        collect() {
          this.reset();
          this.inc(read());
        },
      });
    },
    async text() {
      return { type: registry.contentType, body: await registry.metrics() };
    },
  };
}
