/** Saves a text as a file, as browsers save a download. */
export type SaveFile = (name: string, mediaType: string, text: string) => void;

/**
 * {@link SaveFile} by a link to a data address: unlike a blob it survives the popup, which closes when the browser asks
 * where to save. Needs no permission and no connection.
 */
export function saveFile(document: Document): SaveFile {
  return (name, mediaType, text) => {
    const link = document.createElement('a');
    link.download = name;
    link.href = `data:${mediaType};charset=utf-8,${encodeURIComponent(text)}`;
    link.click();
  };
}
