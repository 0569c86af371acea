/** KaTeX, in a file of its own that is fetched when the first equation is shown. */
import katex from 'katex';
import 'katex/dist/katex.min.css';

/** Sets an equation for eyes, with MathML beside it for screen readers. What is no TeX is shown as it is, in red. */
export function typeset(tex: string, into: HTMLElement): void {
  katex.render(tex, into, { output: 'htmlAndMathml', throwOnError: false });
}
