/** Hands the person a file. */
export function download(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // By then the browser has begun the download, which keeps the content.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
