import type { Id } from '@multaqa/shared/kernel/ids';
import { createContext, use } from 'react';

export const ImageAddress = createContext<(file: Id) => string>(() => '');

/** Where the file of an image is. */
export const useImageAddress = (): ((file: Id) => string) => use(ImageAddress);
