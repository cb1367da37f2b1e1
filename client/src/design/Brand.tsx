import styles from './Brand.module.css';

/** The sign of the product: four shapes that meet around a place. */
export function Brand({ size = 30 }: { size?: number }) {
  return (
    <svg className={styles.sign} width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="9" className={styles.ground} />
      <circle cx="16" cy="8" r="3.5" fill="#fff" />
      <rect x="20.5" y="12.5" width="7" height="7" rx="1" fill="#F3C766" />
      <path d="M16 20l4 7h-8z" fill="#8FE0CC" />
      <path d="M8 12l4 4-4 4-4-4z" fill="#F0B9D6" />
    </svg>
  );
}
