import type { Photo, UploadPhotoHandler } from '../../../generated/thistledown/index.js';
import { failure } from '../failures.js';
import { pictureOf } from '../photo.js';
import { findVariety, newId, now } from '../store.js';
import { signedIn } from '../tokens.js';

const mostBytes = 8 * 1024 * 1024;

export const uploadPhoto: UploadPhotoHandler = async (
  { variety_id, file, caption = null, taken_on = null },
  context,
) => {
  signedIn(context, 'catalogue:write');
  const { photos } = findVariety(variety_id);
  if (file.size > mostBytes) throw failure('file_too_large', `The file has ${file.size} bytes.`);
  const picture = await pictureOf(file);
  if (!picture) throw failure('file_type', 'The file is neither a JPEG nor a PNG.');
  const id = newId('pho');
  const url = `https://photos.thistledown.example/${id}`;
  const photo: Photo = { id, url, caption, taken_on, ...picture, created_at: now() };
  photos.push(photo);
  return photo;
};
