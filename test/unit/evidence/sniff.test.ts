import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sniff } from '../../../bot/files/evidence/sniff.ts';
import { aacFrames, DOCX, ftyp, mp3Frames, picture, XLSX, zip } from './samples.ts';

const b = (text: string): Buffer => Buffer.from(text, 'latin1');
const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const utf16 = (text: string): Buffer => Buffer.concat([hex('fffe'), Buffer.from(text, 'utf16le')]);

describe('what a file is, told by its content', () => {
  it('knows every type that is taken', async () => {
    const known: readonly (readonly [Buffer, string])[] = [
      [await picture(8, 8).jpeg().toBuffer(), 'image/jpeg'],
      [await picture(8, 8).png().toBuffer(), 'image/png'],
      [await picture(8, 8).webp().toBuffer(), 'image/webp'],
      [await picture(8, 8).gif().toBuffer(), 'image/gif'],
      [await picture(8, 8).avif().toBuffer(), 'image/avif'],
      [ftyp('heic', 'mif1', 'heic'), 'image/heic'],
      [ftyp('mif1', 'mif1', 'heic'), 'image/heic'],
      [ftyp('mif1', 'avif', 'miaf'), 'image/avif'],
      [b('%PDF-1.7\n...'), 'application/pdf'],
      [zip(DOCX), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
      [zip(XLSX, 'a comment'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      [ftyp('isom', 'isom', 'avc1'), 'video/mp4'],
      [ftyp('mp42'), 'video/mp4'],
      [ftyp('qt  '), 'video/quicktime'],
      [ftyp('3gp4'), 'video/3gpp'],
      [ftyp('M4A '), 'audio/mp4'],
      [aacFrames(), 'audio/aac'],
      [mp3Frames(), 'audio/mpeg'],
      [b('ID3\x04\0\0\0\0\0\0'), 'audio/mpeg'],
      [b('OggS\0\x02'), 'audio/ogg'],
      [b('#!AMR\n...'), 'audio/amr'],
      [b('#!AMR-WB\n...'), 'audio/amr'],
      [b('RIFF\x24\0\0\0WAVEfmt '), 'audio/wav'],
    ];
    for (const [bytes, contentType] of known) expect(sniff(bytes)).toEqual({ kind: 'taken', contentType });
  });

  it('refuses what runs, what a browser shows, what is packed and what nobody knows', () => {
    const hostile: readonly (readonly [Buffer, string])[] = [
      [Buffer.alloc(0), 'empty'],
      [b('MZ\x90\0'), 'program'],
      [hex('7f454c4602010100'), 'program'],
      [hex('cafebabe00000034'), 'program'],
      [hex('cffaedfe07000001'), 'program'],
      [hex('4c0000000114020000000000c000000000000046'), 'program'],
      [zip(['META-INF/MANIFEST.MF', 'A.class']), 'program'],
      [zip(['AndroidManifest.xml', 'classes.dex']), 'program'],
      [b('#!/bin/sh\nrm -rf /'), 'web-page'],
      [b('@echo off'), 'web-page'],
      [b('<?php system($_GET[0]);'), 'web-page'],
      [b('<!DOCTYPE html><html>'), 'web-page'],
      [b('\r\n\t <HTML><body onload=alert(1)>'), 'web-page'],
      [b('<!-- x --><script>'), 'web-page'],
      [b('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'web-page'],
      [b('<?xml version="1.0"?><svg/>'), 'web-page'],
      [b('\xef\xbb\xbf<script>alert(1)</script>'), 'web-page'],
      [utf16('<html><script>alert(1)</script>'), 'web-page'],
      [zip(['secret.txt']), 'archive'],
      [hex('526172211a0700'), 'archive'],
      [hex('377abcaf271c0004'), 'archive'],
      [hex('1f8b0800'), 'archive'],
      [hex('d0cf11e0a1b11ae1'), 'old-office'],
      [zip([...DOCX, 'word/vbaProject.bin']), 'active-document'],
      [zip([...XLSX, 'xl/activeX/activeX1.xml']), 'active-document'],
      [zip([...DOCX, 'word/embeddings/oleObject1.bin']), 'active-document'],
      [zip([...XLSX, 'docs/invoice.EXE']), 'active-document'],
      [zip(['[Content_Types].xml', 'other/part.xml']), 'unknown-type'],
      [b('just some text'), 'unknown-type'],
      [hex('fffb9000'), 'unknown-type'],
      [Buffer.concat([aacFrames().subarray(0, 100), b('MZ this is no second frame')]), 'unknown-type'],
      [hex('ffffffffffffffffffff'), 'unknown-type'],
      [ftyp('evil'), 'unknown-type'],
      [b('RIFF\x24\0\0\0AVI LIST'), 'unknown-type'],
      [hex('49492a0008000000'), 'unknown-type'],
    ];
    for (const [bytes, reason] of hostile) expect(sniff(bytes)).toEqual({ kind: 'refused', reason });
  });

  it('refuses a file that is a second one from its end, unless its pixels alone are kept', async () => {
    const jar = zip(['META-INF/MANIFEST.MF', 'A.class']);
    for (const front of [b('%PDF-1.4\n%%EOF\n'), ftyp('isom'), mp3Frames(), b('RIFF\x24\0\0\0WAVEfmt ')]) {
      expect(sniff(Buffer.concat([front, jar]))).toEqual({ kind: 'refused', reason: 'two-types' });
    }
    const photo = await picture(8, 8).jpeg().toBuffer();
    expect(sniff(Buffer.concat([photo, jar])).kind).toBe('taken');
  });

  it('refuses an office document with anything before, between or after its parts', () => {
    const whole = zip(DOCX);
    const damaged = [
      Buffer.concat([whole, b('MZ')]),
      whole.subarray(0, -1),
      Buffer.concat([zip(['x']), whole]),
      Buffer.concat([b('PK\x03\x04'), whole]),
    ];
    for (const bytes of damaged) expect(sniff(bytes)).toEqual({ kind: 'refused', reason: 'damaged' });
    const liar = Buffer.from(whole);
    liar.writeUInt16LE(4, liar.length - 12);
    expect(sniff(liar)).toEqual({ kind: 'refused', reason: 'damaged' });
  });

  it('gives an answer for any bytes', () => {
    const starts = ['', 'ffd8ff', '504b0304', 'fff1', 'fffb', '52494646', '00000018667479706d703432'].map(
      hex,
    );
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }), (start, rest) => {
        expect(['taken', 'refused']).toContain(sniff(Buffer.concat([start, rest])).kind);
      }),
      { numRuns: 2000 },
    );
    const part = zip(DOCX);
    for (let end = 0; end <= part.length; end += 1) sniff(part.subarray(0, end));
  });
});
