// Imported by commands whose standard output is all they give: where it cannot be written, they say so and fail.
// (Node's console says nothing, and ends with 0.)

const REASONS = { ENOSPC: 'the disk is full', EPIPE: 'nobody reads it any more' };

process.stdout.on('error', ({ code, message }) => {
  console.error(`The output cannot be written: ${REASONS[code] ?? message}.`);
  process.exit(1);
});
