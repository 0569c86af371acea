import { closeDialog } from '../../view/dialogs';
import { Dialog } from '../kit/dialog';
import { LangChoice } from '../kit/lang/lang-choice';
import styles from './help.module.css';

/** What this is, what of it is published, and what is this project's own formulation. */
export default function AboutDialog() {
  return (
    <Dialog open onOpenChange={closeDialog} title="About" width={680}>
      <div className={styles.text}>
        <LangChoice />
        <p>
          This page shows, explains and trains small networks of time-coded spiking neurons.
          Everything is computed here, in your browser: nothing you draw, load or train leaves this
          machine.
        </p>
        <h3>What is published</h3>
        <p>
          The MT-Spike paper (Liu, Liu, Lin, Jin, Quan and Wen, ICCAD 2017, arXiv 1803.05117) names
          four parts: a practical time-coding scheme, an average delay response model, temporal
          error backpropagation and a heuristic loss function. It claims a flexible reduction of the
          model&apos;s size with competitive accuracy. The survey by Tavanaei et al. (Deep Learning
          in Spiking Neural Networks, 2018, Table I) lists it as a 3-layer network with 99.10 % on
          MNIST.
        </p>
        <h3>What is this project&apos;s own</h3>
        <p>
          The paper&apos;s equations, layer sizes and kernel were not available to this project.
          What runs here is this project&apos;s formulation of the four parts, written down in full
          in its sources. No result on this page is the paper&apos;s.
        </p>
        <h3>Neighbouring methods</h3>
        <ul>
          <li>SpikeProp: Bohte, Kok and La Poutré, Neurocomputing 48, 2002.</li>
          <li>Exponential synapses in closed form: Mostafa, IEEE TNNLS 29(7), 2018.</li>
          <li>
            Ramp-shaped postsynaptic potentials: Zhang et al., Rectified linear postsynaptic
            potential function for backpropagation in deep spiking neural networks, IEEE TNNLS,
            2021.
          </li>
          <li>
            Relative target times: Kheradpisheh and Masquelier, S4NN, Int. J. Neural Systems, 2020.
          </li>
        </ul>
        <p className={styles.soft}>
          The digits are MNIST, by LeCun, Cortes and Burges. The code is under the MIT licence.
        </p>
      </div>
    </Dialog>
  );
}
