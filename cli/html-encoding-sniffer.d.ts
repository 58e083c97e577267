declare module 'html-encoding-sniffer' {
  /** Name of the encoding by BOM, `<meta>` and the default, as in the HTML standard. */
  export default function sniff(bytes: Uint8Array, options?: { defaultEncoding?: string }): string;
}
