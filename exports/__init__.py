"""What leaves the contest: bulletin, sheets, workbook and charts."""
