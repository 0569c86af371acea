import { Input, Neuron, Samples, Spikes, Training } from './panels';
import styles from './app.module.css';

/** The wide page: input, what happens to it, training. */
export function Columns() {
  return (
    <main className={styles.columns}>
      <div className={styles.left}>
        <Input />
        <Samples />
      </div>
      <div className={styles.middle}>
        <Spikes />
        <Neuron />
      </div>
      <div className={styles.right}>
        <Training />
      </div>
    </main>
  );
}
