/* For course pages: makes frames of the MT-Spike Playground as high as what is in them (docs/embedding.md). */
(() => {
  const home = new URL(document.currentScript.src).origin;
  const frames = () => [...document.querySelectorAll('iframe')];
  addEventListener('message', ({ data, origin, source }) => {
    const height = data?.type === 'mtspike:height' && Number(data.height);
    // A sandbox without allow-same-origin takes the frame's origin away.
    if (!(height > 0 && height < 30000) || (origin !== home && origin !== 'null')) return;
    const frame = frames().find((one) => one.contentWindow === source);
    if (!frame || new URL(frame.src).origin !== home) return;
    frame.style.height = `${height}px`;
    // A border may count as a part of it.
    frame.style.height = `${2 * height - frame.clientHeight}px`;
  });
  // Those that told it before this script came tell it again.
  for (const { contentWindow } of frames()) contentWindow.postMessage({ type: 'mtspike:get-height' }, '*');
})();
