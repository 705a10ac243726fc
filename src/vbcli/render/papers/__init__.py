"""Papers that an office signs, written from a `Report` alone. Always Vietnamese, whatever the language of the interface.

```text
Report, Office ──► report_words (sentences and tables) ──► report_docx ──► layout_docx ──► .docx
               └─► chase (one letter per unit) ─────────────────────────────┘
an office's own .docx ──► own_template: the same sentences and tables by name
```
"""
