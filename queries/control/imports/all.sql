-- Which batches were ever made, and how did each end?
-- in:
select b.batch, b.undoes, b.file, b.sha256, b.author, b.note, b.reason, b.made_at, b.release, b.figures, b.new, b.changed, b.content,
    b.parquet, e.published, e.release as served_by, e.ended_at
from batches as b
left join batch_ends as e on e.batch = b.batch
order by b.batch
