"""What stands on the page: the language of a text, its paragraphs, sentences, headings, captions, credits and notices."""
