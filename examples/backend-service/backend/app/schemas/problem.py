from pydantic import BaseModel, Field


class FieldProblem(BaseModel):
    pointer: str = Field(description="Where: a JSON pointer into the body, or the name of a parameter")
    detail: str


class Problem(BaseModel):
    """Problem details of RFC 9457."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str | None = None
    instance: str | None = None
    errors: list[FieldProblem] | None = None
