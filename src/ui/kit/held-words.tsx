/** What is said beside a spike while it is dragged. */
export function HeldWords({ lines }: { lines: string[] }) {
  return (
    <div data-testid="held-spike">
      {lines.map((line, n) => (
        <div key={n}>{line}</div>
      ))}
    </div>
  );
}
